package signpost.api.students.imports;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import signpost.api.students.Identity;

/** What a reader should look at though nothing is refused for it. */
final class Warnings {

    private Warnings() {}

    static List<String> of(Collection<Draft> rows, Function<Draft, Identity> identity) {
        List<String> odd = rows.stream()
                .filter(Draft::sound)
                .filter(row -> identity.apply(row).isFromUnknownAuthority())
                .map(row -> Integer.toString(row.number()))
                .toList();
        return odd.isEmpty()
                ? List.of()
                : List.of("The UPN begins with a local authority number that Signpost does not know in "
                        + (odd.size() == 1 ? "row " : odd.size() + " rows, such as row ")
                        + odd.get(0) + ". The rows were taken all the same.");
    }
}
