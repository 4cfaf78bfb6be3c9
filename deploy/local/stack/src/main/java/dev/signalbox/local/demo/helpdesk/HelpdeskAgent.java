package dev.signalbox.local.demo.helpdesk;

/**
 * An agent as one helpdesk knows them.
 *
 * @param id the helpdesk's id, not ours
 */
public record HelpdeskAgent(String id, String name, String email) {}
