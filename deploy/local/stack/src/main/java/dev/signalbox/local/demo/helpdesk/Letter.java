package dev.signalbox.local.demo.helpdesk;

import java.time.Instant;

/**
 * What a customer wrote, before a helpdesk made a payload of it.
 *
 * @param externalId the helpdesk's number for it
 * @param organizationId the helpdesk's number for the company
 * @param name of the person who wrote
 * @param urgent what the person ticked in the form; evidence only
 */
public record Letter(
        String externalId,
        String organizationId,
        String name,
        String email,
        String subject,
        String body,
        boolean urgent,
        Instant writtenAt) {}
