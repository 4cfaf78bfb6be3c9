/** A ticket's case: the facts about it, folded in any order, and the versions that are published of it. */
package dev.signalbox.enrichment.cases;
