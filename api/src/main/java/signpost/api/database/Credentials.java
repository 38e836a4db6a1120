package signpost.api.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;

/** The passwords of the embedded database's roles, made once and kept in a file only the operator's account can read. */
record Credentials(Map<String, String> passwords) {

    static final String SUPERUSER = "postgres";
    static final String OWNER = "signpost_owner";
    static final String APP = "signpost_app";

    Credentials {
        passwords = Map.copyOf(passwords);
    }

    String passwordOf(String role) {
        var password = passwords.get(role);
        if (password == null) {
            throw new DatabaseUnavailable(
                    "The password file of the embedded database names no password for " + role + ".",
                    "Restore the file passwords.properties from the backup of the database directory.");
        }
        return password;
    }

    static Credentials read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Credentials(properties.stringPropertyNames().stream()
                .collect(Collectors.toMap(name -> name, properties::getProperty)));
    }

    /** Makes new passwords and puts the file in place whole, so that a crash leaves all of it or nothing. */
    static Credentials create(Path file) throws IOException {
        var random = new SecureRandom();
        var made = new Credentials(List.of(SUPERUSER, OWNER, APP).stream()
                .collect(Collectors.toMap(role -> role, role -> password(random))));
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        Files.createFile(part, onlyOwner(file, "rw-------"));
        Files.write(
                part,
                made.passwords().entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .sorted()
                        .toList());
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    /** Creates a directory, with its parents, that only its owner may enter. */
    static void privateDirectory(Path directory) {
        try {
            var parent = directory.toAbsolutePath().getParent();
            if (parent != null) {
                Files.createDirectories(parent);
            }
            Files.createDirectory(directory, onlyOwner(directory, "rwx------"));
        } catch (FileAlreadyExistsException there) {
            return;
        } catch (IOException failure) {
            throw new UncheckedIOException("Cannot create the directory " + directory, failure);
        }
    }

    private static FileAttribute<?>[] onlyOwner(Path path, String permissions) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
                }
                : new FileAttribute<?>[0];
    }

    private static String password(SecureRandom random) {
        var bytes = new byte[24];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
