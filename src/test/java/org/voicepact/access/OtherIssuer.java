package org.voicepact.access;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.List;

/** Stands for Keycloak and its like: publishes a JWK set on loopback, and has the keys to sign with. */
public final class OtherIssuer implements AutoCloseable {

  public static final String NAME = "https://login.example.org/realms/farmers";
  public static final String RSA_ID = "rsa-1";
  public static final String EC_ID = "ec-1";

  private final KeyPair rsa;
  private final KeyPair ec;
  private final HttpServer server;

  public OtherIssuer() {
    try {
      rsa = newRsa();
      ec = newEc();
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
    byte[] published = jwks().toString().getBytes(StandardCharsets.UTF_8);
    server.createContext("/jwks", exchange -> {
      exchange.getResponseHeaders().add("Content-Type", "application/jwk-set+json");
      exchange.sendResponseHeaders(200, published.length);
      exchange.getResponseBody().write(published);
      exchange.close();
    });
    server.start();
  }

  public static KeyPair newRsa() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  public static KeyPair newEc() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    return generator.generateKeyPair();
  }

  private JWKSet jwks() {
    return new JWKSet(List.of(
        new RSAKey.Builder((RSAPublicKey) rsa.getPublic())
            .keyID(RSA_ID)
            .algorithm(JWSAlgorithm.RS256)
            .build(),
        new ECKey.Builder(Curve.P_256, (ECPublicKey) ec.getPublic())
            .keyID(EC_ID)
            .algorithm(JWSAlgorithm.ES256)
            .build()));
  }

  public String location() {
    return "http://localhost:" + server.getAddress().getPort() + "/jwks";
  }

  public KeyPair rsa() {
    return rsa;
  }

  public KeyPair ec() {
    return ec;
  }

  /** A token of this issuer; to be signed with one of its keys. */
  public static Jwt token() {
    return new Jwt().claim("iss", NAME);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
