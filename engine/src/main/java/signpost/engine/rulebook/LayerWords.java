package signpost.engine.rulebook;

import signpost.engine.vocabulary.Vocabulary;

/**
 * The words that each layer of a book may use. INVARIANT: what a trust wrote is read with the trust's own words, so that no
 * phrase or name of a school's can make it mean something else.
 *
 * @param trusts what the trust declares; of a book that is one whole, the same as {@code whole}
 * @param whole what both declare
 */
record LayerWords(BookFiles files, Vocabulary trusts, Vocabulary whole) {

    /** Whether a file's sentences are the trust's. */
    boolean trusts(String file) {
        return files.layer(file) == Layer.TRUST;
    }
}
