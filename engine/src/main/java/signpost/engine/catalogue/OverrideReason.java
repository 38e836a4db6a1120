package signpost.engine.catalogue;

/**
 * A coded reason for not following a suggestion.
 *
 * @param code stable, so that reasons can be counted over years
 * @param label as an adviser reads it
 * @param lasting whether it silences the suggestion beyond the term
 * @param note when to choose it
 */
public record OverrideReason(String code, String label, boolean lasting, String note) {}
