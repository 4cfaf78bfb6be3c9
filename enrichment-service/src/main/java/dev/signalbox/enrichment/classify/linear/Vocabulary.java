package dev.signalbox.enrichment.classify.linear;

import dev.signalbox.enrichment.classify.binary.Binary;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.Arrays;

/** Numbers features from 0 and counts in how many texts each occurs; an open hash table, since there are very many. */
public final class Vocabulary {

    public static final int UNKNOWN = -1;

    private long[] hashes = new long[1 << 10];
    private int[] numbers = new int[1 << 10];
    private int[] texts = new int[1 << 9];
    private int size;

    public int size() {
        return size;
    }

    /** The feature's number, or {@link #UNKNOWN}. */
    public int number(long hash) {
        int slot = slot(hash, hashes);
        return hashes[slot] == key(hash) ? numbers[slot] : UNKNOWN;
    }

    /** In how many texts the feature occurs. */
    public int texts(int number) {
        return texts[number];
    }

    /** Counts a text that has the feature. */
    public void count(long hash) {
        int slot = slot(hash, hashes);
        if (hashes[slot] != key(hash)) {
            if (size * 2 >= hashes.length) {
                grow();
                slot = slot(hash, hashes);
            }
            hashes[slot] = key(hash);
            numbers[slot] = size;
            if (size == texts.length) {
                texts = Arrays.copyOf(texts, size * 2);
            }
            size++;
        }
        texts[numbers[slot]]++;
    }

    /** The number of each term, {@link #UNKNOWN} where it was not learnt. */
    int[] numbers(Terms terms) {
        int[] found = new int[terms.size()];
        for (int term = 0; term < found.length; term++) {
            found[term] = number(terms.hash(term));
        }
        return found;
    }

    /** The features that occur in at least so many texts. */
    Vocabulary atLeast(int least) {
        Vocabulary kept = new Vocabulary();
        for (int slot = 0; slot < hashes.length; slot++) {
            if (hashes[slot] != 0 && texts[numbers[slot]] >= least) {
                kept.count(hashes[slot]);
                kept.texts[kept.size - 1] = texts[numbers[slot]];
            }
        }
        return kept;
    }

    /** Writes the features in the order of their numbers, without in how many texts each occurs. */
    void write(DataOutput out) throws IOException {
        long[] byNumber = new long[size];
        for (int slot = 0; slot < hashes.length; slot++) {
            if (hashes[slot] != 0) {
                byNumber[numbers[slot]] = hashes[slot];
            }
        }
        Binary.write(out, byNumber);
    }

    /** Each feature as if it occurred in one text. */
    static Vocabulary read(DataInput in) throws IOException {
        Vocabulary vocabulary = new Vocabulary();
        for (long hash : Binary.longs(in)) {
            vocabulary.count(hash);
        }
        return vocabulary;
    }

    private void grow() {
        long[] moreHashes = new long[hashes.length * 2];
        int[] moreNumbers = new int[hashes.length * 2];
        for (int i = 0; i < hashes.length; i++) {
            if (hashes[i] != 0) {
                int slot = slot(hashes[i], moreHashes);
                moreHashes[slot] = hashes[i];
                moreNumbers[slot] = numbers[i];
            }
        }
        hashes = moreHashes;
        numbers = moreNumbers;
    }

    /** Zero marks an empty slot. */
    private static long key(long hash) {
        return hash == 0 ? 1 : hash;
    }

    private static int slot(long hash, long[] table) {
        int slot = (int) (key(hash) & (table.length - 1));
        while (table[slot] != 0 && table[slot] != key(hash)) {
            slot = (slot + 1) & (table.length - 1);
        }
        return slot;
    }
}
