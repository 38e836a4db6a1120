package signpost.api.pages;

/**
 * Something to do about a student, as listed on the student's page. Each capability declares its own as a bean.
 *
 * @param order its place, the lowest first; tens, so that others fit between
 * @param title what people read, such as "Record an interview"
 * @param address where it leads, with {@code {id}} in place of Signpost's id of the student
 * @param authority who sees it: those with this authority
 */
public record StudentEntry(int order, String title, String address, String authority) {}
