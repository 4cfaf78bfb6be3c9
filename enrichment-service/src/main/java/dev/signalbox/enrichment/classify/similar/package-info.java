/** Finds texts that resemble another one: by shared words (BM25) and by meaning (HNSW), fused; in files of this process. */
package dev.signalbox.enrichment.classify.similar;
