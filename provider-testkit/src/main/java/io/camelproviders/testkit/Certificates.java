/* Licensed under the Apache License, Version 2.0; see the LICENSE file at the root of this project. */
package io.camelproviders.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.TrustManagerFactory;

/** A self-signed certificate for one host name, made by the JDK's keytool, for servers with TLS in tests. */
public final class Certificates {

    private static final char[] PASSWORD = "changeit".toCharArray();
    private static final String AUTHORITY = "authority";

    private final Path file;
    private final KeyStore keys;

    /**
     * Creates a certificate.
     *
     * @param folder where its key store is written
     * @param subjectAlternative {@code ip:127.0.0.1} or {@code dns:localhost}, for example
     * @throws IOException if the key store cannot be written or read
     * @throws GeneralSecurityException if the JDK cannot read it
     * @throws InterruptedException if the caller is interrupted meanwhile
     */
    public Certificates(Path folder, String subjectAlternative)
            throws IOException, GeneralSecurityException, InterruptedException {
        file = file(folder, subjectAlternative);
        keytool(file, "server", "-ext san=" + subjectAlternative);
        keys = load(file);
    }

    private Certificates(Path file) throws IOException, GeneralSecurityException {
        this.file = file;
        this.keys = load(file);
    }

    /** A certificate that is signed by a trusted authority and expired: of one that is trusted by itself, nobody checks the date. */
    public static Certificates expired(Path folder, String subjectAlternative)
            throws IOException, GeneralSecurityException, InterruptedException {
        Path file = file(folder, subjectAlternative + " expired");
        keytool(file, AUTHORITY, "-ext bc:c");
        keytool(
                file,
                "server",
                "-ext san=" + subjectAlternative + " -signer " + AUTHORITY + " -startdate -100d -validity 90");
        return new Certificates(file);
    }

    private static Path file(Path folder, String name) {
        return folder.resolve(Integer.toHexString(name.hashCode()) + ".p12");
    }

    private static void keytool(Path file, String alias, String options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(("-genkeypair -alias " + alias + " -keyalg EC -dname CN=" + alias + " -storetype PKCS12"
                        + " -storepass " + new String(PASSWORD) + " " + options + " -keystore")
                .split(" ", -1)));
        command.add(file.toString());
        Process keytool = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IllegalStateException("keytool failed");
        }
    }

    private static KeyStore load(Path file) throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(file)) {
            keys.load(in, PASSWORD);
        }
        return keys;
    }

    /** The key store, PKCS12; also trusts the certificate when it is used as a trust store. */
    public Path keyStore() {
        return file;
    }

    /** Password of the key store and of the key in it. */
    public String password() {
        return new String(PASSWORD);
    }

    /** Trusts the certificate, or its authority if it has one, and nothing else. */
    public SSLContext trusting() throws GeneralSecurityException, IOException {
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(
                "trusted", keys.getCertificate(keys.containsAlias(AUTHORITY) ? AUTHORITY : "server"));
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(trusted);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }

    /** Listens on a free port of loopback with this certificate. */
    public ServerSocket serverSocket(String... protocols) throws GeneralSecurityException, IOException {
        KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        own.init(keys, PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(own.getKeyManagers(), null, null);
        SSLServerSocket socket = (SSLServerSocket)
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket.setEnabledProtocols(protocols);
        return socket;
    }
}
