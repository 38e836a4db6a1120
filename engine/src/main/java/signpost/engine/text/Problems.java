package signpost.engine.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Collects every problem of one reading, so that the reader sees all of them and not the first. */
public final class Problems {

    private final List<Problem> found = new ArrayList<>();

    public void add(Place place, String message) {
        found.add(Problem.at(place, message));
    }

    public void add(Place place, String message, String advice) {
        found.add(Problem.at(place, message, advice));
    }

    public void addAll(Collection<Problem> problems) {
        found.addAll(problems);
    }

    public boolean isEmpty() {
        return found.isEmpty();
    }

    public int size() {
        return found.size();
    }

    /** In the order a person would walk through the files. */
    public List<Problem> all() {
        return found.stream().distinct().sorted().toList();
    }
}
