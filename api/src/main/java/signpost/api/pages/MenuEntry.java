package signpost.api.pages;

/**
 * An entry of the menu on every page. Each capability declares its own as a bean.
 *
 * @param order its place, the lowest first; tens, so that others fit between
 * @param key what a page of it names as {@code current}
 * @param title what people read
 * @param address where it leads
 * @param authority who sees it: those with this authority
 */
public record MenuEntry(int order, String key, String title, String address, String authority) {}
