package signpost.api.rulebooks;

/**
 * Another book is in force from now on.
 *
 * @param digest which
 */
public record BookPublished(String digest) {}
