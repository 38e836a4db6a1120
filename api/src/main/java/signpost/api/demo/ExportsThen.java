package signpost.api.demo;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import signpost.fixtures.cohort.SchoolCohort;

/**
 * What a school's MIS and its advisers would have handed over on an earlier day: nobody who came later, leavers still on roll,
 * a year group lower before September, and no conversation that was yet to be.
 *
 * @param yearsBack how many years lower year groups were
 */
record ExportsThen(SchoolCohort cohort, LocalDate day, int yearsBack) {

    String students() {
        List<String> lines = lines("students.csv");
        List<String> header = cells(lines.get(0));
        List<String> then = new ArrayList<>(List.of(lines.get(0)));
        for (String line : lines.subList(1, lines.size())) {
            student(header, cells(line)).ifPresent(then::add);
        }
        return written(then);
    }

    /** The day is the second cell, and none before it is ever quoted. */
    String interviews() {
        List<String> lines = lines("interviews.csv");
        List<String> then = new ArrayList<>(List.of(lines.get(0)));
        for (String line : lines.subList(1, lines.size())) {
            if (!LocalDate.parse(line.split(",", 3)[1]).isAfter(day)) {
                then.add(line);
            }
        }
        return written(then);
    }

    private Optional<String> student(List<String> header, List<String> row) {
        if (later(row.get(header.indexOf("entry_date")))) {
            return Optional.empty();
        }
        int left = header.indexOf("leaving_date");
        if (later(row.get(left))) {
            row.set(left, "");
            row.set(header.indexOf("enrol_status"), "C");
        }
        int year = header.indexOf("nc_year");
        int group = header.indexOf("reg_group");
        String then = Integer.toString(Integer.parseInt(row.get(year)) - yearsBack);
        row.set(group, row.get(group).replaceFirst("^" + row.get(year), then));
        row.set(year, then);
        return Optional.of(String.join(",", row));
    }

    private boolean later(String date) {
        return !date.isEmpty() && LocalDate.parse(date).isAfter(day);
    }

    private List<String> lines(String file) {
        return cohort.export(file).csv().lines().toList();
    }

    private static List<String> cells(String line) {
        return new ArrayList<>(Arrays.asList(line.split(",", -1)));
    }

    private static String written(List<String> lines) {
        return String.join("\n", lines) + "\n";
    }
}
