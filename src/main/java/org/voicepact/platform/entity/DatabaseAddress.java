package org.voicepact.platform.entity;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where the database is, as {@code DATABASE_URL} says it.
 *
 * @param kind which database
 * @param jdbcUrl as the driver of this database takes it, without a user's name and password
 * @param user whom the address itself names
 * @param password what the address itself has as this user's password
 */
public record DatabaseAddress(
    Kind kind, String jdbcUrl, Optional<String> user, Optional<String> password) {

  /** The databases that the tables are made for. */
  public enum Kind {
    H2,
    POSTGRESQL
  }

  /** Who comes to a database of which nobody said more. */
  public static final String DEFAULT_USER = "voicepact";

  private static final String H2 = "jdbc:h2:file:";
  private static final String POSTGRESQL_JDBC = "jdbc:postgresql://";
  private static final List<String> POSTGRESQL_URI = List.of("postgresql://", "postgres://");

  /**
   * Reads an address: {@code jdbc:h2:file:} with the path of the file and H2's own settings; {@code
   * jdbc:postgresql://host:port/database?parameters}; or a connection URI as libpq has it and platforms hand out,
   * {@code postgresql://user:password@host:port/database?parameters}, whose user and password may be percent-encoded.
   * Parameters are those of the PostgreSQL JDBC driver, {@code sslmode} for instance.
   *
   * @throws IllegalArgumentException where it is none of them; the message does not repeat the address, which may hold
   *     a password
   */
  public static DatabaseAddress parse(String url) {
    if (url.startsWith(H2) && url.length() > H2.length()) {
      return new DatabaseAddress(Kind.H2, url, Optional.empty(), Optional.empty());
    }
    if (url.startsWith(POSTGRESQL_JDBC)) {
      return postgresql(url.substring(POSTGRESQL_JDBC.length()));
    }
    for (String scheme : POSTGRESQL_URI) {
      if (url.startsWith(scheme)) {
        return postgresql(url.substring(scheme.length()));
      }
    }
    throw new IllegalArgumentException(
        "must begin with jdbc:h2:file:, jdbc:postgresql:// or postgresql://");
  }

  /**
   * The address of a file.
   *
   * @param file its path without {@code .mv.db}
   */
  public static String h2(String file) {
    return H2 + file;
  }

  private static DatabaseAddress postgresql(String rest) {
    int query = rest.indexOf('?');
    String path = query < 0 ? rest : rest.substring(0, query);
    int slash = path.indexOf('/');
    // A password may hold any character that is percent-encoded, and in practice an @ that is not.
    int at = path.lastIndexOf('@', slash < 0 ? path.length() : path.lastIndexOf('/'));
    String place = path.substring(at + 1);
    if (place.indexOf('/') < 1 || place.endsWith("/")) {
      throw new IllegalArgumentException("must name the host and the database of PostgreSQL");
    }
    Credentials credentials = new Credentials();
    if (at >= 0) {
      credentials.readUserInfo(path.substring(0, at));
    }
    List<String> others = new ArrayList<>();
    if (query >= 0) {
      for (String parameter : rest.substring(query + 1).split("&")) {
        if (!parameter.isEmpty() && !credentials.readParameter(parameter)) {
          others.add(parameter);
        }
      }
    }
    String parameters = others.isEmpty() ? "" : "?" + String.join("&", others);
    return new DatabaseAddress(
        Kind.POSTGRESQL,
        POSTGRESQL_JDBC + place + parameters,
        Optional.ofNullable(credentials.user),
        Optional.ofNullable(credentials.password));
  }

  /** What an address says about the user, before the host or among the parameters. */
  private static final class Credentials {

    private String user;
    private String password;

    void readUserInfo(String userInfo) {
      int colon = userInfo.indexOf(':');
      user = decoded(colon < 0 ? userInfo : userInfo.substring(0, colon));
      password = colon < 0 ? null : decoded(userInfo.substring(colon + 1));
    }

    boolean readParameter(String parameter) {
      if (parameter.startsWith("user=")) {
        user = decoded(parameter.substring("user=".length()));
        return true;
      }
      if (parameter.startsWith("password=")) {
        password = decoded(parameter.substring("password=".length()));
        return true;
      }
      return false;
    }

    private static String decoded(String part) {
      try {
        // In an address + is +; only a form's values have it for a blank.
        return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "has a % in user or password that must be written as %25");
      }
    }
  }

  /** Without the password. */
  @Override
  public String toString() {
    return jdbcUrl;
  }
}
