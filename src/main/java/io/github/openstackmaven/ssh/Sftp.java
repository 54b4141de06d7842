package io.github.openstackmaven.ssh;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.client.SftpErrorDataHandler;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.apache.sshd.sftp.client.extensions.openssh.OpenSSHPosixRenameExtension;
import org.apache.sshd.sftp.client.impl.DefaultSftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import org.jspecify.annotations.Nullable;

/** A server's files, for so long: each wait for an answer ends when the time is over or nobody waits any more. */
final class Sftp extends DefaultSftpClient {
    private static final Duration SLICE = Duration.ofMillis(250);
    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final int MOST_LINKS = 40; // as Linux follows

    private BooleanSupplier abandoned;
    private long deadline;
    private long asked = System.nanoTime();

    /** @param abandoned asked a few times a second */
    Sftp(ClientSession session, Duration timeout, BooleanSupplier abandoned) throws IOException {
        super(session, SftpVersionSelector.CURRENT, SftpErrorDataHandler.EMPTY);
        this.abandoned = abandoned;
        this.deadline = System.nanoTime() + timeout.toNanos();
    }

    /** What is in a folder. */
    List<DirEntry> entries(String folder) throws IOException {
        List<DirEntry> entries = new ArrayList<>();
        try (CloseableHandle handle = openDir(folder)) {
            for (List<DirEntry> some = readDir(handle); some != null; some = readDir(handle)) entries.addAll(some);
        }
        entries.removeIf(
                entry -> entry.getFilename().equals(".") || entry.getFilename().equals(".."));
        return entries;
    }

    /** What is at a path, or where it leads to when it is a link. */
    Place place(String path) throws IOException {
        Place place = at(path);
        for (int links = 0;
                place.attributes().filter(Attributes::isSymbolicLink).isPresent();
                links++) {
            if (links == MOST_LINKS) throw new IOException("too many links, one after the other");
            String target = readLink(place.path());
            place = at(target.startsWith("/") ? target : place.beside(target));
        }
        return place;
    }

    private Place at(String path) throws IOException {
        try {
            return new Place(path, Optional.of(lstat(path)));
        } catch (SftpException e) {
            if (e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE) return new Place(path, Optional.empty());
            throw e;
        }
    }

    /**
     * A path and what is there.
     *
     * @param attributes empty where nothing is
     */
    record Place(String path, Optional<Attributes> attributes) {
        /** Another path in the same folder. */
        String beside(String name) {
            return path.substring(0, path.lastIndexOf('/') + 1) + name;
        }
    }

    /** Gives a file the name of another, which goes. */
    void replace(String file, String other) throws IOException {
        OpenSSHPosixRenameExtension atOnce = getExtension(OpenSSHPosixRenameExtension.class);
        if (atOnce != null && atOnce.isSupported()) {
            atOnce.posixRename(file, other);
        } else {
            if (at(other).attributes().isPresent()) remove(other);
            rename(file, other);
        }
    }

    /** Removes what was begun, though the time may be over; it is of no matter whether it is there. */
    void discard(String file) {
        boolean interrupted = Thread.interrupted();
        deadline = System.nanoTime() + GRACE.toNanos();
        abandoned = () -> false;
        try {
            remove(file);
        } catch (IOException e) {
            // why it was to go is told
        } finally {
            if (interrupted) Thread.currentThread().interrupt();
        }
    }

    /** Whether that is why nothing more can be had. */
    boolean isEnd(IOException problem) {
        return !isOpen()
                || problem instanceof LateException
                || problem instanceof InterruptedIOException
                || problem instanceof ClosedByInterruptException;
    }

    @Override
    public Buffer receive(int id) throws IOException {
        while (true) {
            Buffer answer = receive(id, SLICE);
            if (answer != null) return answer;
        }
    }

    // MINA's own forgets a request whose answer it has waited for in vain: it is only asked whether there is one.
    @Override
    public @Nullable Buffer receive(int id, Duration timeout) throws IOException {
        demandTime();
        long end = System.nanoTime() + timeout.toNanos();
        synchronized (this) {
            while (true) {
                Buffer answer = super.receive(id, Duration.ZERO);
                long left = end - System.nanoTime();
                if (answer != null || left <= 0) return answer;
                awaitNews(left);
            }
        }
    }

    private void demandTime() throws IOException {
        long now = System.nanoTime();
        if (now - deadline >= 0) throw new LateException();
        if (now - asked < SLICE.toNanos()) return;
        asked = now;
        if (abandoned.getAsBoolean()) throw new InterruptedIOException("abandoned");
    }

    private void awaitNews(long nanos) throws IOException {
        try {
            TimeUnit.NANOSECONDS.timedWait(this, nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted");
        }
    }

    @Override
    protected void process(Buffer incoming) throws IOException {
        super.process(incoming);
        synchronized (this) {
            notifyAll();
        }
    }

    /** The time is over. */
    static final class LateException extends IOException {
        private static final long serialVersionUID = 1L;
    }
}
