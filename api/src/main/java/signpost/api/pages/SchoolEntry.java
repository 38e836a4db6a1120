package signpost.api.pages;

/**
 * An entry of the page <em>The school</em>, for what is looked at now and then, not every day. Each capability declares its
 * own as a bean.
 *
 * @param order its place, the lowest first; tens, so that others fit between
 * @param key what a page of it names as {@code current}
 * @param title what people read
 * @param address where it leads
 * @param about what is found there, in a sentence
 * @param authority who sees it: those with this authority
 */
public record SchoolEntry(int order, String key, String title, String address, String about, String authority) {}
