package signpost.api.commandline;

import static org.assertj.core.api.Assertions.assertThat;
import static signpost.api.commandline.ABookFolder.PERSISTENT;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands about rule books wait for no Spring and no database. */
class WithoutSpringTest {

    @TempDir
    private Path folder;

    @Test
    void rulesAreCheckedAndTriedWhereThereIsNoSpring() throws Exception {
        var book = folder.resolve("book");
        ABookFolder.in(book).withRules(PERSISTENT);

        assertThat(run("check", book.toString())).isZero();
        assertThat(run("test", book.toString())).isZero();
        var students = Files.writeString(folder.resolve("students.csv"), "student_id,attendance_pct\nA1,84\n");
        assertThat(run("evaluate", "--rules", book.toString(), "--students", students.toString(), "--format", "json"))
                .isZero();
    }

    private static int run(String... arguments) throws IOException, ReflectiveOperationException {
        var before = Thread.currentThread().getContextClassLoader();
        try (var classes = new SpringRefused()) {
            Thread.currentThread().setContextClassLoader(classes);
            var run = classes.loadClass(SignpostCommandLine.class.getName())
                    .getDeclaredMethod("run", PrintWriter.class, PrintWriter.class, String[].class);
            run.setAccessible(true);
            var printed = new PrintWriter(new StringWriter());
            return (int) run.invoke(null, printed, printed, arguments);
        } finally {
            Thread.currentThread().setContextClassLoader(before);
        }
    }

    /** This class path, loaded afresh, less what a server needs. */
    private static final class SpringRefused extends URLClassLoader {

        SpringRefused() {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.springframework.") || name.startsWith("org.postgresql.")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            // The back end of the logs is Spring Boot's.
            return name.equals("META-INF/services/org.slf4j.spi.SLF4JServiceProvider")
                    ? Collections.emptyEnumeration()
                    : super.getResources(name);
        }

        private static URL[] classPath() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                    .map(SpringRefused::url)
                    .toArray(URL[]::new);
        }

        private static URL url(String path) {
            try {
                return Path.of(path).toUri().toURL();
            } catch (MalformedURLException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }
}
