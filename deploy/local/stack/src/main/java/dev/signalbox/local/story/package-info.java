/** What happened to a ticket, in words: every record of every topic becomes a line that a person can read. */
package dev.signalbox.local.story;
