package signpost.api.uploads;

import java.util.List;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.text.Problem;

/** What a file that arrived makes of a draft's files. */
sealed interface Arrived {

    /**
     * The files as they would be.
     *
     * @param what the file's name, and what it takes the place of
     */
    record Files(BookFiles all, String what) implements Arrived {}

    /** It cannot be part of a rule book; why, and what to do. */
    record Refused(List<String> because) implements Arrived {
        public Refused {
            because = List.copyOf(because);
        }

        static Refused because(String reason) {
            return new Refused(List.of(reason));
        }

        static Refused of(List<Problem> problems) {
            return new Refused(problems.stream().map(Refused::said).toList());
        }

        private static String said(Problem problem) {
            return problem.place().file() + ": " + problem.message()
                    + (problem.advice().isEmpty() ? "" : " " + problem.advice());
        }
    }
}
