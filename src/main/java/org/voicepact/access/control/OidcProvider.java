package org.voicepact.access.control;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.voicepact.access.control.OidcSettings.Client;
import org.voicepact.platform.entity.Json;

/** Speaks with the OpenID provider (OpenID Connect Core 1.0, authorization code flow). What it is found by is read once. */
@Singleton
public class OidcProvider {

  private static final Logger LOG = Logger.getLogger(OidcProvider.class.getName());
  private static final Duration PATIENCE = Duration.ofSeconds(4);
  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final String DISCOVERY = "/.well-known/openid-configuration";

  private final OidcSettings settings;
  private final Clock clock;
  private final HttpClient client =
      HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final ReentrantLock asking = new ReentrantLock();
  private volatile Optional<Endpoints> known = Optional.empty();
  private volatile Instant nextQuestion = Instant.MIN;

  @Inject
  public OidcProvider(OidcSettings settings, Clock clock) {
    this.settings = settings;
    this.clock = clock;
  }

  private record Endpoints(String authorization, URI token, JWKSource<SecurityContext> keys) {}

  /** Where a browser goes to sign in; empty where the provider does not answer. */
  public Optional<String> authorization(Map<String, String> parameters) {
    return endpoints()
        .map(found -> found.authorization()
            + (found.authorization().contains("?") ? "&" : "?")
            + form(parameters));
  }

  /**
   * Exchanges a code for the claims of the person who has signed in.
   *
   * @param parameters with the code, and what proves that it was we who asked for it
   * @param nonce that the claims must have
   * @return empty where the provider refuses or does not answer, or its token is not right in every point
   */
  public Optional<JWTClaimsSet> claims(Map<String, String> parameters, String nonce) {
    Client us = settings.client().orElseThrow();
    return endpoints().flatMap(found -> {
      try {
        String answer = send(HttpRequest.newBuilder(found.token())
            .header("Authorization", "Basic " + basic(us))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form(parameters))));
        String token = json(answer).path("id_token").asText();
        JWTClaimsSet claims = CheckingToken.processor(
                CheckingToken.otherKeys(found.keys()), us.issuer(), us.id(), clock)
            .process(CheckingToken.parse(token), null);
        return Optional.of(claims).filter(each -> isForUs(each, us, nonce));
      } catch (IOException | ParseException | BadJOSEException | JOSEException e) {
        LOG.log(Level.WARNING, "an operator could not sign in by the OpenID provider", e);
        return Optional.empty();
      }
    });
  }

  /** What the processor of tokens has not looked at: that it answers this question (3.1.3.7). */
  private static boolean isForUs(JWTClaimsSet claims, Client us, String nonce) {
    Object party = claims.getClaim("azp");
    return nonce.equals(claims.getClaim("nonce"))
        && (party == null ? claims.getAudience().size() == 1 : us.id().equals(party));
  }

  /** One asks at a time, and none for a while after a failure, so that nobody waits for more than one answer. */
  private Optional<Endpoints> endpoints() {
    try {
      if (known.isEmpty() && asking.tryLock(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        try {
          ask();
        } finally {
          asking.unlock();
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return known;
  }

  private void ask() {
    if (known.isEmpty() && !clock.instant().isBefore(nextQuestion)) {
      String issuer = settings.client().orElseThrow().issuer();
      try {
        JsonNode found =
            json(send(HttpRequest.newBuilder(URI.create(issuer.replaceAll("/$", "") + DISCOVERY))));
        if (!found.path("issuer").asText().equals(issuer)) {
          throw new IOException("it calls itself otherwise than OIDC_ISSUER");
        }
        known = Optional.of(new Endpoints(
            found.path("authorization_endpoint").asText(),
            URI.create(found.path("token_endpoint").asText()),
            RemoteKeys.at(URI.create(found.path("jwks_uri").asText())).build()));
      } catch (IOException | IllegalArgumentException e) {
        nextQuestion = clock.instant().plus(PAUSE);
        LOG.log(Level.WARNING, "the OpenID provider of OIDC_ISSUER cannot be asked", e);
      }
    }
  }

  private String send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<String> answer =
          client.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IOException("it answered " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static JsonNode json(String text) throws IOException {
    try {
      return Json.mapper().readTree(text);
    } catch (JsonProcessingException e) {
      throw new IOException("it answered no JSON", e);
    }
  }

  /** Both parts are encoded as in a form first (RFC 6749, 2.3.1). */
  private static String basic(Client us) {
    String both = encoded(us.id()) + ":" + encoded(us.secret());
    return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
  }

  private static String form(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(each -> each.getKey() + "=" + encoded(each.getValue()))
        .collect(Collectors.joining("&"));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
