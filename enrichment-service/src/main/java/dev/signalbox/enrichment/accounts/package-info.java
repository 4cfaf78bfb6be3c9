/** Accounts: read from their topic, over HTTP and from CSV; kept in PostgreSQL; found by organisation or domain. */
package dev.signalbox.enrichment.accounts;
