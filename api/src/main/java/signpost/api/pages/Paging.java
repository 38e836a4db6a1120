package signpost.api.pages;

import java.util.ArrayList;
import java.util.List;

/**
 * Where a page stands among its pages.
 *
 * @param page from 1, never beyond the last
 * @param size lines on a page
 * @param total lines in all
 */
public record Paging(int page, int size, int total) {

    /** Stands for pages left out in {@link #numbers}. */
    static final int GAP = 0;

    /**
     * The page of so many lines that somebody asked for.
     *
     * @param asked the page asked for; the nearest there is, is shown
     */
    public static Paging of(int asked, int size, int total) {
        int last = Math.max(1, (total + size - 1) / size);
        return new Paging(Math.min(Math.max(1, asked), last), size, total);
    }

    public int pages() {
        return Math.max(1, (total + size - 1) / size);
    }

    public int offset() {
        return (page - 1) * size;
    }

    /** The place of the first line shown, from 1; 0 when there is none. */
    public int first() {
        return total == 0 ? 0 : offset() + 1;
    }

    public int last() {
        return Math.min(total, offset() + size);
    }

    /** The pages to link to: the first, the last and those around this one, with {@link #GAP} between. */
    public List<Integer> numbers() {
        List<Integer> numbers = new ArrayList<>();
        int before = 0;
        for (int number = 1; number <= pages(); number++) {
            if (number == 1 || number == pages() || Math.abs(number - page) <= 1) {
                if (number - before > 1) {
                    numbers.add(GAP);
                }
                numbers.add(number);
                before = number;
            }
        }
        return numbers;
    }
}
