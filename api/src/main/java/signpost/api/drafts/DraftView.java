package signpost.api.drafts;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.rulebooks.Owner;
import signpost.api.rulebooks.Versions;
import signpost.api.schools.StaffMember;
import signpost.engine.rulebook.BookFiles;
import signpost.engine.vocabulary.Dates;

/** What the pages of drafts show. */
@Component
class DraftView {

    /** A draft in a list. */
    record Line(Draft draft, String owner, String changed) {}

    /**
     * A file of a draft.
     *
     * @param state {@code new}, {@code changed}, {@code taken away}, or empty
     */
    record FileLine(String path, String state, boolean text, boolean table, int problems) {}

    private final DraftBooks books;
    private final PuttingBack back;
    private final Versions versions;
    private final Clock clock;

    DraftView(DraftBooks books, PuttingBack back, Versions versions, Clock clock) {
        this.books = books;
        this.back = back;
        this.versions = versions;
        this.clock = clock;
    }

    List<Line> lines(List<Draft> drafts, List<Owner> owners) {
        List<Line> lines = new ArrayList<>();
        for (Draft draft : drafts) {
            Optional<Owner> owner = owners.stream()
                    .filter(one -> one.id().equals(draft.owner()))
                    .findFirst();
            owner.ifPresent(found -> lines.add(new Line(draft, found.name(), moment(draft.changedAt()))));
        }
        return lines;
    }

    void show(ModelAndView page, StaffMember person, Desk.Opened opened) {
        Draft draft = opened.draft();
        DraftBook now = books.of(person.schoolId(), opened.owner(), draft);
        DraftBook base = books.base(person.schoolId(), opened.owner(), draft);
        page.addObject("draft", draft);
        page.addObject("owner", opened.owner());
        page.addObject("mayEdit", opened.mayEdit() && draft.open());
        page.addObject("mayTakeUp", opened.mayEdit() && draft.state() == DraftState.DISCARDED);
        page.addObject("files", files(base.own(), now));
        page.addObject("undo", back.last(draft).map(DraftView::lastSave).orElse(""));
        page.addObject("problems", now.problems());
        page.addObject("notes", now.notes());
        page.addObject("readable", now.readable().isPresent());
        page.addObject("scenarios", now.scenarios());
        page.addObject("waiting", now.waiting());
        page.addObject("changed", moment(draft.changedAt()));
        page.addObject("last", versions.last(draft.owner()));
        page.addObject("untouched", base.own().digest().equals(now.own().digest()));
    }

    /** Which save would be undone: {@code topics/attendance.txt, saved by Sam}. */
    private static String lastSave(DraftFiles.Last last) {
        int more = last.paths().size() - 1;
        return last.paths().get(0) + (more == 0 ? "" : " and " + more + (more == 1 ? " more file" : " more files"))
                + ", saved by " + last.by().name();
    }

    private static List<FileLine> files(BookFiles base, DraftBook now) {
        List<FileLine> lines = new ArrayList<>();
        TreeSet<String> paths = new TreeSet<>(base.paths());
        paths.addAll(now.own().paths());
        for (String path : paths) {
            int wrong = (int) now.problems().stream()
                    .filter(problem -> problem.place().file().equals(path))
                    .count();
            lines.add(new FileLine(
                    path, state(base, now.own(), path), !path.endsWith(".xlsx"), !path.endsWith(".txt"), wrong));
        }
        return lines;
    }

    private static String state(BookFiles base, BookFiles now, String path) {
        if (!now.paths().contains(path)) {
            return "taken away";
        }
        if (!base.paths().contains(path)) {
            return "new";
        }
        return java.util.Arrays.equals(base.bytes(path), now.bytes(path)) ? "" : "changed";
    }

    String moment(Instant at) {
        return Dates.moment(at.atZone(clock.getZone()));
    }
}
