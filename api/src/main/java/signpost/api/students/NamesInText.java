package signpost.api.students;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Finds names of the school's students in text that must hold none, such as a rule book: people who see no students read it. */
@Repository
@Transactional(readOnly = true)
public class NamesInText {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}'’-]+");
    private static final int MOST_WORDS = 5;

    private final JdbcClient sql;
    private final OurSchool school;

    NamesInText(JdbcClient sql, OurSchool school) {
        this.sql = sql;
        this.school = school;
    }

    /** The places, from 0, of those lines in which a student's forename and surname stand together, in either order. */
    public List<Integer> in(List<String> lines) {
        Set<String> names = names();
        List<Integer> found = new ArrayList<>();
        for (int at = 0; at < lines.size(); at++) {
            if (names(names, lines.get(at))) {
                found.add(at);
            }
        }
        return found;
    }

    /** Whether a text names a student. */
    public boolean anyIn(String text) {
        return !in(text.lines().toList()).isEmpty();
    }

    private static boolean names(Set<String> names, String line) {
        List<String> words = words(line);
        for (int from = 0; from < words.size(); from++) {
            for (int to = from + 2; to <= Math.min(words.size(), from + MOST_WORDS); to++) {
                if (names.contains(String.join(" ", words.subList(from, to)))) {
                    return true;
                }
            }
        }
        return false;
    }

    private Set<String> names() {
        Set<String> names = new HashSet<>();
        sql.sql("select forename, coalesce(preferred_forename, forename) as called, surname from students"
                        + " where school_id = :school")
                .param("school", school.id())
                .query(row -> {
                    for (String forename : List.of(row.getString("forename"), row.getString("called"))) {
                        names.add(String.join(" ", words(forename + " " + row.getString("surname"))));
                        names.add(String.join(" ", words(row.getString("surname") + " " + forename)));
                    }
                });
        return names;
    }

    private static List<String> words(String text) {
        return WORD.matcher(text.toLowerCase(Locale.ROOT))
                .results()
                .map(word -> word.group().replace('’', '\'').replaceAll("^['-]+|'s$|['-]+$", ""))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
