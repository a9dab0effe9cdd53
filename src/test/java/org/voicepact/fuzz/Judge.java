package org.voicepact.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.voicepact.testing.DocumentedApi;
import org.voicepact.testing.RawConnection.Reply;

/** Whether an answer is one that the document lets a caller expect. */
final class Judge {

  /** What would tell of the inside of the server. Numbers of its messages have digits: letters alone occur in Base64. */
  private static final Pattern INSIDE = Pattern.compile(
      "[A-Za-z]Exception|\\bat [a-z]+\\.[a-z.]+[A-Za-z$]+\\.|org\\.(voicepact|jboss|h2|postgresql|eclipse)\\."
          + "|com\\.(ibm|fasterxml)\\.|(java|jakarta)\\.[a-z]+\\.[A-Z]|(SRVE|CWW[A-Z]{2})\\d{4}[AEIW]"
          + "|\\b(SELECT|INSERT INTO|UPDATE|DELETE FROM) [a-z]");

  /** What OPTIONS is answered with, which no document describes (RFC 9110, section 9.3.7). */
  private static final Pattern METHODS = Pattern.compile("[A-Z, ]*");

  /**
   * What Liberty itself answers to a path that cannot be decoded, before it asks whose path it is; the path comes back
   * escaped.
   */
  private static final Pattern UNDECODABLE =
      Pattern.compile("(<H1>|\\{\"error_message\" : \")CWWWC0005I: [^<>\"]*(</H1><BR>|\"})");

  /** A page of the console beside an operation; pages are in no document. */
  private static final String PAGE = "/console/first";

  private final DocumentedApi document;

  Judge(DocumentedApi document) {
    this.document = document;
  }

  /** What is wrong with an answer. */
  Optional<String> fault(FuzzRequest request, Reply reply) {
    if (reply.status() >= 500) {
      return Optional.of("status " + reply.status());
    }
    String text = new String(reply.body(), StandardCharsets.UTF_8);
    if (request.odd() && reply.status() == 400 && UNDECODABLE.matcher(text).matches()) {
      return Optional.empty();
    }
    Matcher inside = INSIDE.matcher(text);
    if (inside.find()) {
      return Optional.of("tells of the inside: " + inside.group());
    }
    if (request.otherMethod() || request.odd()) {
      return elsewhere(request, reply, text);
    }
    return document.difference(
        request.operation().method(),
        request.operation().path(),
        reply.status(),
        mediaType(reply),
        reply.body());
  }

  /** Another operation may have answered, or none; the console refuses browsers with a page. */
  private Optional<String> elsewhere(FuzzRequest request, Reply reply, String text) {
    if (reply.status() >= 400) {
      boolean isPage =
          path(request).startsWith("/console/") && mediaType(reply).equals("text/html");
      return isPage ? Optional.empty() : document.problem(mediaType(reply), reply.body());
    }
    if (request.method().equals("OPTIONS") && METHODS.matcher(text).matches()) {
      return Optional.empty();
    }
    String method = request.method().equals("HEAD") ? "GET" : request.method();
    if (method.equals("GET") && path(request).equals(PAGE)) {
      return Optional.empty();
    }
    Optional<String> fault = document.difference(
        method, request.operation().path(), reply.status(), mediaType(reply), reply.body());
    return fault.isEmpty()
        ? fault
        : document.differenceAt(
            method, path(request), reply.status(), mediaType(reply), reply.body());
  }

  /** As the server reads it. */
  private static String path(FuzzRequest request) {
    String path = request.target().split("\\?", 2)[0].replaceAll(";[^/]*", "").replace("%76", "v");
    return java.net
        .URI
        .create(path.replaceAll("%(?![0-9A-Fa-f]{2})", "%25").replaceAll("/+", "/"))
        .normalize()
        .getPath();
  }

  private static String mediaType(Reply reply) {
    return reply.field("content-type").split(";")[0].strip();
  }
}
