package dev.signalbox.decisions.severity.text;

/**
 * One word of a text.
 *
 * @param word lower case; empty for an address or a link, whose parts are no words of the customer
 * @param sentence number of its sentence, from 0
 * @param clause number of its clause, from 0 over the whole text; a comma ends a clause, a sentence does too
 * @param shouted written in capitals, at least three letters
 * @param from index of its first character in the text
 * @param to index after its last character
 */
public record Token(String word, int sentence, int clause, boolean shouted, int from, int to) {}
