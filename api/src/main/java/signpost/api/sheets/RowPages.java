package signpost.api.sheets;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.drafts.Desk;
import signpost.api.drafts.Saving;
import signpost.api.pages.SeeOther;
import signpost.api.schools.StaffMember;
import signpost.engine.change.Conflict;
import signpost.engine.sheet.SheetText;
import signpost.engine.text.Problem;

/** One row of a table as a form, a field for every column. */
@Controller
@RequestMapping("/rule-book/drafts/{id}/table/row")
@PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
class RowPages {

    private final Desk desk;
    private final DraftTables tables;
    private final RowSaving saving;

    RowPages(Desk desk, DraftTables tables, RowSaving saving) {
        this.desk = desk;
        this.tables = tables;
        this.saving = saving;
    }

    @GetMapping
    ModelAndView show(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person) {
        Desk.Opened opened = desk.open(person, id);
        DraftTables.Table table = tables.table(person.schoolId(), opened, sent.getOrDefault("path", ""));
        SheetText sheet = table.sheet().orElseThrow(RowPages::none);
        OptionalInt row = Sent.number(sent, "row");
        if (row.isPresent() && !sheet.entries().contains(row.getAsInt())) {
            throw none();
        }
        List<String> cells = row.isPresent() ? sheet.rows().get(row.getAsInt()).cells() : List.of();
        return page(opened, table, sheet, row, cells);
    }

    @PostMapping
    ModelAndView save(
            @PathVariable UUID id,
            @RequestParam Map<String, String> form,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Desk.Opened opened = desk.open(person, id);
        Sent sent = Sent.of(form, opened.draft());
        DraftTables.Table now = tables.table(person.schoolId(), opened, sent.path());
        SheetText sheet = now.sheet().orElseThrow(RowPages::none);
        if (sent.cells().stream().allMatch(String::isBlank)) {
            ModelAndView page = page(opened, now, sheet, sent.row(), sent.cells());
            page.addObject("empty", true);
            page.addObject("wrong", true);
            page.setStatus(HttpStatus.UNPROCESSABLE_CONTENT);
            return page;
        }
        Saving saved = saving.save(person, opened, sent.began(), sent.path(), was -> changed(was, sent));
        if (saved instanceof Saving.Conflicting conflicting) {
            return conflicting(opened, now, sheet, sent, conflicting.conflicts());
        }
        if (saved instanceof Saving.Refused refused) {
            next.addFlashAttribute("refused", refused.because());
        } else {
            next.addFlashAttribute("done", "The row is saved.");
        }
        return SeeOther.at(Sent.table(opened.draft(), sent.path())
                + Sent.number(form, "page").stream()
                        .mapToObj(number -> "&page=" + number)
                        .findFirst()
                        .orElse(""));
    }

    /** A new row stands at the end; what is no row any more stays as it is. */
    private static SheetText changed(SheetText sheet, Sent sent) {
        if (sent.row().isPresent()) {
            int row = sent.row().getAsInt();
            return sheet.entries().contains(row) ? sheet.with(row, sent.cells()) : sheet;
        }
        List<Integer> entries = sheet.entries();
        int after = entries.isEmpty() ? sheet.header() : entries.get(entries.size() - 1);
        return sheet.added(after, sent.cells());
    }

    /** The row as typed over the table as it is now, with what the other person wrote beside it. */
    private static ModelAndView conflicting(
            Desk.Opened opened, DraftTables.Table now, SheetText sheet, Sent sent, List<Conflict> conflicts) {
        String name = sheet.naming() < sent.cells().size() ? sent.cells().get(sheet.naming()) : "";
        OptionalInt row = sheet.entries().stream()
                .filter(one -> sheet.rows().get(one).cell(sheet.naming()).equals(name))
                .mapToInt(one -> one)
                .findFirst();
        ModelAndView page = page(opened, now, sheet, row, sent.cells());
        page.addObject(
                "theirs",
                conflicts.stream()
                        .map(conflict -> conflict.theirs().orElse("(taken away)"))
                        .toList());
        page.setStatus(HttpStatus.CONFLICT);
        return page;
    }

    private static ModelAndView page(
            Desk.Opened opened, DraftTables.Table table, SheetText sheet, OptionalInt row, List<String> cells) {
        List<Problem> problems =
                row.isPresent() ? Line.within(sheet.rows().get(row.getAsInt()), table.problems()) : List.of();
        List<Field> fields = new ArrayList<>();
        int width = Math.max(sheet.headings().size(), cells.size());
        for (int column = 0; column < width; column++) {
            fields.add(Field.of(
                    column,
                    at(sheet.headings(), column),
                    at(cells, column),
                    table.choices(),
                    inCell(problems, column)));
        }
        ModelAndView page = new ModelAndView("table-row");
        page.addObject("draft", opened.draft());
        page.addObject("path", table.path());
        page.addObject("row", row.isPresent() ? Integer.toString(row.getAsInt()) : "");
        page.addObject("called", called(sheet, row));
        page.addObject("wrong", !problems.isEmpty());
        page.addObject("fields", fields);
        page.addObject(
                "problems",
                problems.stream()
                        .filter(problem -> problem.place().cell().isEmpty())
                        .toList());
        return page;
    }

    private static String called(SheetText sheet, OptionalInt row) {
        if (row.isEmpty()) {
            return "A new row";
        }
        String name = sheet.rows().get(row.getAsInt()).cell(sheet.naming());
        return name.isBlank() ? "A row without a name" : name;
    }

    private static List<Problem> inCell(List<Problem> problems, int column) {
        return problems.stream()
                .filter(problem ->
                        !problem.place().cell().isEmpty() && problem.place().column() == column + 1)
                .toList();
    }

    private static String at(List<String> cells, int column) {
        return column < cells.size() ? cells.get(column) : "";
    }

    private static ResponseStatusException none() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
