package signpost.api.sheets;

import java.util.Optional;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import signpost.api.drafts.Desk;
import signpost.api.schools.StaffMember;

/** A table of a draft as a workbook, to be changed in a spreadsheet and uploaded again. */
@Controller
class WorkbookDownload {

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final Desk desk;
    private final DraftTables tables;

    WorkbookDownload(Desk desk, DraftTables tables) {
        this.desk = desk;
        this.tables = tables;
    }

    @GetMapping("/rule-book/drafts/{id}/sheet.xlsx")
    @PreAuthorize("hasAnyAuthority('EDIT_RULE_BOOK', 'APPROVE_RULE_BOOK')")
    ResponseEntity<byte[]> download(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String path,
            @AuthenticationPrincipal StaffMember person) {
        DraftTables.Table table = tables.table(person.schoolId(), desk.open(person, id), path);
        Optional<byte[]> workbook = table.sheet().flatMap(sheet -> TableWorkbook.of(sheet, table.choices()));
        String name = path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.csv$", ".xlsx");
        return workbook.map(bytes -> ResponseEntity.ok()
                        .contentType(XLSX)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename(name, java.nio.charset.StandardCharsets.UTF_8)
                                        .build()
                                        .toString())
                        .body(bytes))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}
