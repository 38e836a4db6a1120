package signpost.api.sheets;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import signpost.api.drafts.Desk;
import signpost.api.drafts.Saving;
import signpost.api.pages.SeeOther;
import signpost.api.schools.StaffMember;
import signpost.engine.sheet.SheetText;

/** A table of a draft as a list of its rows, a few at a time. */
@Controller
@RequestMapping("/rule-book/drafts/{id}/table")
@PreAuthorize("hasAnyAuthority('EDIT_RULE_BOOK', 'APPROVE_RULE_BOOK')")
class TablePages {

    private static final int A_PAGE = 20;

    private final Desk desk;
    private final DraftTables tables;
    private final RowSaving saving;

    /** A row with something wrong in it, and which page of the table it stands on. */
    record Wrong(String name, int row, int page) {}

    TablePages(Desk desk, DraftTables tables, RowSaving saving) {
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
        int rows = table.sheet().map(sheet -> sheet.entries().size()).orElse(0);
        int pages = Math.max(1, (rows + A_PAGE - 1) / A_PAGE);
        int shown = Math.min(pages, Math.max(1, Sent.number(sent, "page").orElse(1)));
        ModelAndView page = new ModelAndView("table");
        page.addObject("draft", opened.draft());
        page.addObject("mayEdit", opened.mayEdit() && opened.draft().open());
        page.addObject("path", table.path());
        page.addObject("readable", table.sheet().isPresent());
        page.addObject("rows", rows);
        page.addObject(
                "lines",
                table.sheet()
                        .map(sheet ->
                                Line.of(sheet, table.problems(), (shown - 1) * A_PAGE, Math.min(rows, shown * A_PAGE)))
                        .orElse(List.of()));
        page.addObject("page", shown);
        page.addObject("pages", pages);
        page.addObject("wrong", table.sheet().map(sheet -> wrong(sheet, table)).orElse(List.of()));
        page.addObject(
                "others",
                table.sheet()
                        .map(sheet -> new WrongRows(sheet, table.problems()).elsewhere())
                        .orElse(table.problems()));
        return page;
    }

    private static List<Wrong> wrong(SheetText sheet, DraftTables.Table table) {
        WrongRows rows = new WrongRows(sheet, table.problems());
        return rows.places().stream()
                .map(place -> new Wrong(rows.name(place), sheet.entries().get(place), place / A_PAGE + 1))
                .toList();
    }

    @PostMapping("/remove")
    @PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
    ModelAndView remove(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Desk.Opened opened = desk.open(person, id);
        Sent row = Sent.of(sent, opened.draft());
        UnaryOperator<SheetText> change =
                sheet -> sheet.entries().contains(row.row().orElse(-1))
                        ? sheet.without(row.row().getAsInt())
                        : sheet;
        return done(
                opened, sent, saving.save(person, opened, row.began(), row.path(), change), "The row is gone.", next);
    }

    @PostMapping("/move")
    @PreAuthorize("hasAuthority('EDIT_RULE_BOOK')")
    ModelAndView move(
            @PathVariable UUID id,
            @RequestParam Map<String, String> sent,
            @AuthenticationPrincipal StaffMember person,
            RedirectAttributes next) {
        Desk.Opened opened = desk.open(person, id);
        Sent row = Sent.of(sent, opened.draft());
        int by = sent.getOrDefault("to", "").equals("down") ? 1 : -1;
        UnaryOperator<SheetText> change = sheet -> moved(sheet, row.row().orElse(-1), by);
        return done(
                opened, sent, saving.save(person, opened, row.began(), row.path(), change), "The row is moved.", next);
    }

    private static SheetText moved(SheetText sheet, int row, int by) {
        List<Integer> entries = sheet.entries();
        int at = entries.indexOf(row);
        int to = at + by;
        return at < 0 || to < 0 || to >= entries.size() ? sheet : sheet.swapped(row, entries.get(to));
    }

    private static ModelAndView done(
            Desk.Opened opened, Map<String, String> sent, Saving saved, String said, RedirectAttributes next) {
        if (saved instanceof Saving.Saved) {
            next.addFlashAttribute("done", said);
        } else if (saved instanceof Saving.Refused refused) {
            next.addFlashAttribute("refused", refused.because());
        } else {
            next.addFlashAttribute("refused", "Somebody else changed this row meanwhile. Look at it as it is now.");
        }
        String page = Sent.number(sent, "page").stream()
                .mapToObj(number -> "&page=" + number)
                .findFirst()
                .orElse("");
        return SeeOther.at(Sent.table(opened.draft(), sent.getOrDefault("path", "")) + page);
    }
}
