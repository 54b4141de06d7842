package io.github.openstackmaven.ssh;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.shell.ProcessShellFactory;
import org.apache.sshd.sftp.SftpModuleProperties;
import org.apache.sshd.sftp.server.SftpFileSystemAccessor;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** An SSH server on loopback that lets user {@code tester} in with one key; its home is a folder. */
public final class ServerUnderTest implements AutoCloseable {
    public static final String USER = "tester";

    private final SshServer server;
    private final KeyPair hostKey;
    private volatile PublicKey authorized;

    public ServerUnderTest(Path home, PublicKey authorized) throws IOException, GeneralSecurityException {
        this(home, authorized, anotherHostKey(), 0);
    }

    public ServerUnderTest(Path home, PublicKey authorized, KeyPair hostKey, int port) throws IOException {
        this(home, authorized, List.of(hostKey), port);
    }

    /** @param hostKeys of different kinds */
    ServerUnderTest(Path home, PublicKey authorized, List<KeyPair> hostKeys, int port) throws IOException {
        MinaSetup.prepare();
        this.hostKey = hostKeys.get(0);
        this.authorized = authorized;
        server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(KeyPairProvider.wrap(hostKeys));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals(USER) && KeyUtils.compareKeys(key, this.authorized));
        server.setCommandFactory((channel, command) -> {
            String atHome = "cd '" + home + "'; " + command;
            return new ProcessShellFactory(atHome, "/bin/sh", "-c", atHome).createShell(channel);
        });
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        SftpModuleProperties.SFTP_VERSION.set(server, 3); // as OpenSSH does
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.start();
    }

    /** The key of another machine. */
    public static KeyPair anotherHostKey() throws GeneralSecurityException {
        return KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    }

    public int port() {
        return server.getPort();
    }

    /** Lets in with that key from now on. */
    void authorize(PublicKey other) {
        authorized = other;
    }

    /** Hangs up on who has asked so often. */
    void bears(int requests) {
        CoreModuleProperties.MAX_AUTH_REQUESTS.set(server, requests);
    }

    /** Hangs up on whoever asks to be let in, as PAM does, and says why. */
    void hangsUp(String words) {
        CoreModuleProperties.WELCOME_BANNER.set(server, words);
        server.setPublickeyAuthenticator((user, key, session) -> {
            session.close(true);
            return false;
        });
    }

    /** Shows its files so from now on. */
    public void files(SftpFileSystemAccessor files) {
        server.setSubsystemFactories(List.of(
                new SftpSubsystemFactory.Builder().withFileSystemAccessor(files).build()));
    }

    /** Can no more than the protocol says. */
    void withoutExtensions() {
        SftpModuleProperties.OPENSSH_EXTENSIONS.set(server, "");
    }

    /** How many are connected. */
    int sessions() {
        return server.getActiveSessions().size();
    }

    HostKey hostKey() {
        return hostKey(hostKey);
    }

    static HostKey hostKey(KeyPair pair) {
        return HostKey.find(PublicKeyEntry.toString(pair.getPublic())).orElseThrow();
    }

    /** Logs in with the key of a file. */
    public SshTarget target(Path keyFile) {
        return new SshTarget("127.0.0.1", port(), USER, keyFile);
    }

    /** The public half of a key file. */
    public static PublicKey publicKey(Path keyFile) {
        MinaSetup.prepare();
        return PrivateKeyFile.read(keyFile).getPublic();
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
