package signpost.engine.catalogue;

/**
 * A coded reason for not following a suggestion.
 *
 * @param code stable, so that reasons can be counted over years
 * @param label as an adviser reads it
 * @param lasting whether it silences the suggestion beyond the term: for good, unless for this year only
 * @param note when to choose it
 * @param thisYear whether its silence ends with the academic year
 */
public record OverrideReason(String code, String label, boolean lasting, String note, boolean thisYear) {}
