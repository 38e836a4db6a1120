package signpost.api.destinations;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import signpost.api.pages.Mistake;
import signpost.api.pages.Mistakes;
import signpost.api.students.imports.ImportResult;
import signpost.api.students.imports.Imports;
import signpost.api.students.imports.RowProblem;

/** What became of leavers, year by year, and the file that tells it. */
@Controller
@RequestMapping("/destinations")
@PreAuthorize("hasAuthority('RECORD_DESTINATIONS')")
class DestinationPages {

    private static final int LARGEST = 2_000_000;
    private static final int LISTED = 200;

    private final LeaversCounted counted;
    private final Imports imports;
    private final Clock clock;

    DestinationPages(LeaversCounted counted, Imports imports, Clock clock) {
        this.counted = counted;
        this.imports = imports;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show() {
        return page(Mistakes.NONE);
    }

    /** The same file again says nothing new, so that a page shown twice does no harm. */
    @PostMapping
    ModelAndView take(@RequestParam(required = false) @Nullable MultipartFile file) throws IOException {
        if (file == null || file.isEmpty()) {
            return refused("Choose a file");
        }
        if (file.getSize() > LARGEST) {
            return refused("Choose a file of 2 MB or less: one row a student");
        }
        byte[] csv = file.getBytes();
        ImportResult tried = imports.importNow(csv, LocalDate.now(clock), true);
        String kind = tried.report().kind();
        if (kind == null) {
            return refused(String.valueOf(tried.report().reason()));
        }
        if (!kind.equals(DestinationsFile.NAME)) {
            return refused(
                    "This is a file of " + kind + ". Here goes a file with the columns student_id or upn, and outcome");
        }
        ImportResult result = imports.importNow(csv, LocalDate.now(clock), false);
        ModelAndView page = page(Mistakes.NONE);
        List<RowProblem> problems = result.refused().stream()
                .flatMap(row -> row.problems().stream())
                .toList();
        page.addObject("report", result.report());
        page.addObject("problems", problems.stream().limit(LISTED).toList());
        page.addObject("more", Math.max(0, problems.size() - LISTED));
        return page;
    }

    private ModelAndView refused(String because) {
        ModelAndView page = page(new Mistakes(List.of(new Mistake("file", because))));
        page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        return page;
    }

    private ModelAndView page(Mistakes mistakes) {
        return new ModelAndView("destinations")
                .addObject("lines", counted.lines())
                .addObject("mistakes", mistakes);
    }
}
