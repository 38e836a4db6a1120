package signpost.api.capacity;

import java.util.Optional;

/**
 * Where a suggestion stands in the line for what a school can give this term.
 *
 * @param fits whether there is enough for it as things stand
 * @param words such as {@code Place 7 of 8} or {@code Waits: 3 ahead}
 * @param because why it waits, or what it takes; a sentence
 * @param moved how a person moved it, if one did
 */
public record Place(boolean fits, String words, String because, Optional<String> moved) {

    static Place fits(String words, String because, Direction move) {
        return new Place(true, words, because, said(move));
    }

    static Place waits(int ahead, String because, Direction move) {
        return new Place(
                false, ahead == 0 ? "Waits: first in line" : "Waits: " + ahead + " ahead", because, said(move));
    }

    private static Optional<String> said(Direction move) {
        return move == Direction.NEED ? Optional.empty() : Optional.of(move.done());
    }
}
