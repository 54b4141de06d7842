package io.github.openstackmaven.guest;

import io.github.openstackmaven.simulator.Machine;
import io.github.openstackmaven.ssh.MinaSetup;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntryResolver;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.io.nio2.Nio2ServiceFactoryFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.forward.RejectAllForwardingFilter;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A guest's sshd: lets the server's own key in as the image's user, takes files into the guest's folder. */
record SshDoor(SshServer server) implements Guest.Door {

    static SshDoor open(Machine machine, GuestFolder folder, GuestThreads threads, InstantSource clock)
            throws IOException {
        MinaSetup.prepare();
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(hostKey());
        letIn(server, machine, new SourcePenalties(clock));
        server.setForwardingFilter(RejectAllForwardingFilter.INSTANCE);
        server.setFileSystemFactory(new VirtualFileSystemFactory(folder.root()));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory.Builder()
                .withExecutorServiceProvider(threads::shared)
                .build()));
        server.setCommandFactory(
                (channel, command) -> new GuestCommand(command, new Shell(machine, folder), threads.shared()));
        server.setIoServiceFactoryFactory(new Nio2ServiceFactoryFactory(threads::shared));
        server.setScheduledExecutorService(threads.timers(), false);
        CoreModuleProperties.NIO_WORKERS.set(server, 1);
        server.start();
        return new SshDoor(server);
    }

    private static void letIn(SshServer server, Machine machine, SourcePenalties penalties) throws IOException {
        Optional<PublicKey> authorized = authorized(machine);
        Doorkeeper doorkeeper = new Doorkeeper(
                (user, key, session) -> user.equals(machine.user())
                        && authorized
                                .filter(one -> KeyUtils.compareKeys(one, key))
                                .isPresent(),
                penalties);
        server.setPublickeyAuthenticator(doorkeeper);
        server.addSessionListener(doorkeeper);
        server.setPasswordAuthenticator(null);
        server.setKeyboardInteractiveAuthenticator(null);
    }

    private static Optional<PublicKey> authorized(Machine machine) throws IOException {
        if (machine.publicKey().isEmpty()) return Optional.empty();
        try {
            return Optional.ofNullable(
                    PublicKeyEntry.parsePublicKeyEntry(machine.publicKey().get())
                            .resolvePublicKey(null, Map.of(), PublicKeyEntryResolver.IGNORING));
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    private static KeyPairProvider hostKey() throws IOException {
        try {
            return KeyPairProvider.wrap(KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
    }

    @Override
    public int port() {
        return server.getPort();
    }

    @Override
    public void close() throws IOException {
        server.stop(true);
    }
}
