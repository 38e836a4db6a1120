package signpost.api.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * One program's use of an embedded database, which the server and the command line share: the last one out stops it.
 * Kept as a shared file lock, since the system releases a lock however a program ends.
 */
final class Usage implements AutoCloseable {

    private final FileChannel channel;
    private @Nullable FileLock lock;

    private Usage(FileChannel channel, @Nullable FileLock lock) {
        this.channel = channel;
        this.lock = lock;
    }

    static Usage begin(Path directory) throws IOException {
        var channel = FileChannel.open(
                directory.resolve("in-use.lock"),
                StandardOpenOption.CREATE,
                StandardOpenOption.READ,
                StandardOpenOption.WRITE);
        try {
            return new Usage(channel, channel.tryLock(0, Long.MAX_VALUE, true));
        } catch (OverlappingFileLockException usedByThisProgram) {
            return new Usage(channel, null);
        }
    }

    /** Gives up this use; true when nobody else is left. Call it under the start lock. */
    boolean endsAsLast() throws IOException {
        if (lock == null) {
            return false;
        }
        lock.release();
        try {
            lock = channel.tryLock();
        } catch (OverlappingFileLockException usedByThisProgram) {
            lock = null;
        }
        return lock != null;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
