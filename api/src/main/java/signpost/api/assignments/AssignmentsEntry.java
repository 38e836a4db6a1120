package signpost.api.assignments;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import signpost.api.pages.SchoolEntry;
import signpost.api.pages.StudentEntry;

/** Where the menu and a student's page lead to assignments. */
@Configuration(proxyBeanMethods = false)
class AssignmentsEntry {

    @Bean
    SchoolEntry assignmentsInTheMenu() {
        return new SchoolEntry(
                40,
                "assignments",
                "Assignments",
                "/assignments",
                "Whose caseload each student is, and who covers for a colleague who is away.",
                "ASSIGN");
    }

    @Bean
    StudentEntry adviserOfTheStudent() {
        return new StudentEntry(90, "Change the careers adviser", "/assignments/students/{id}", "ASSIGN");
    }
}
