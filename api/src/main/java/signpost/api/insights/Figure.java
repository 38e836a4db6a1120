package signpost.api.insights;

/**
 * A count of students.
 *
 * @param year the year group; empty where it is not known
 * @param band key of one of the measure's bands
 */
public record Figure(String year, Measure measure, String band, int students) {}
