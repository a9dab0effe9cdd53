package org.voicepact.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/** Header fields besides the credential: mostly as a client sends them, else any. */
final class HeaderFields {

  private static final List<String> CONTENT_TYPES = List.of(
      "text/plain",
      "application/xml",
      "application/json;charset=utf-16",
      "application/json; charset=nonsense",
      "application/json;charset",
      "APPLICATION/JSON",
      "application/problem+json",
      "application/x-www-form-urlencoded",
      "application/x-www-form-urlencoded; charset=utf-16",
      "application/json",
      "multipart/form-data; boundary=x",
      "multipart/form-data",
      "*/*",
      "garbage",
      "/",
      "");

  private static final List<String> ACCEPTS = List.of(
      "*/*",
      "application/json",
      "application/problem+json",
      "text/html, */*;q=0.1",
      "text/html",
      "image/png",
      "application/xml;q=0.5",
      "*/*;q=0",
      ";;;",
      "a/b/c",
      "application/json;q=2",
      "");

  private static final List<String> NAMES = List.of(
      "Idempotency-Key",
      "X-Request-Id",
      "If-None-Match",
      "If-Match",
      "If-Modified-Since",
      "If-Unmodified-Since",
      "Accept-Language",
      "Accept-Charset",
      "Accept-Encoding",
      "Origin",
      "Access-Control-Request-Method",
      "X-HTTP-Method-Override",
      "X-Forwarded-For",
      "X-Forwarded-Proto",
      "X-Forwarded-Host",
      "Forwarded",
      "Range",
      "Cookie",
      "Referer",
      "User-Agent",
      "X-Signature",
      "webhook-timestamp",
      "webhook-signature",
      "traceparent",
      "Priority",
      "Upgrade-Insecure-Requests",
      "X-Anything");

  private static final List<String> FIELDS = List.of(
      "Content-Encoding: gzip",
      "Content-Encoding: identity",
      "Content-Language: fr",
      "Content-Location: /x",
      "Expect: 100-continue",
      "Accept-Language: fr-KE, sw;q=0.8",
      "Accept-Language: *",
      "Accept-Encoding: gzip, br",
      "Accept-Charset: utf-16",
      "If-None-Match: *",
      "If-Match: *",
      "If-None-Match: W/\"x\", \"y\"",
      "If-Match: \"0\"",
      "Origin: http://localhost:3000",
      "Origin: null",
      "Idempotency-Key: 6a1f0c5e-7f2b-4f0e-9b6f-0d7e3a1c2b4d",
      "Idempotency-Key: a",
      "X-Request-Id: fuzz-1",
      "X-HTTP-Method-Override: DELETE",
      "Range: bytes=0-1",
      "Cookie: LtpaToken2=x; JSESSIONID=y",
      "X-Forwarded-For: 203.0.113.7, 127.0.0.1",
      "Connection: keep-alive, X-Anything");

  private HeaderFields() {}

  static Arbitrary<List<String>> of(Operation operation, Known known) {
    return Combinators.combine(contentType(operation), accept(), others(known))
        .as((contentType, accept, others) ->
            Stream.of(contentType, accept, others).flatMap(List::stream).toList());
  }

  private static Arbitrary<List<String>> contentType(Operation operation) {
    List<String> right = operation.mediaType().isEmpty()
        ? List.of()
        : List.of("Content-Type: " + operation.mediaType());
    return Arbitraries.frequencyOf(
        Tuple.of(24, Arbitraries.just(right)),
        Tuple.of(2, Arbitraries.of(CONTENT_TYPES).map(type -> List.of("Content-Type: " + type))),
        Tuple.of(1, Arbitraries.just(List.of())));
  }

  private static Arbitrary<List<String>> accept() {
    return Arbitraries.frequencyOf(
        Tuple.of(24, Arbitraries.just(List.of())),
        Tuple.of(3, Arbitraries.of(ACCEPTS).map(type -> List.of("Accept: " + type))),
        Tuple.of(1, Arbitraries.just(List.of("Accept: text/html", "Accept: */*"))));
  }

  private static Arbitrary<List<String>> others(Known known) {
    Arbitrary<String> hostile = Combinators.combine(
            Arbitraries.of(NAMES),
            Arbitraries.frequencyOf(
                Tuple.of(30, HostileValues.texts()),
                Tuple.of(1, Arbitraries.of("x".repeat(9_000), "x".repeat(70_000)))))
        .as((name, value) -> name + ": " + value.replaceAll("[\r\n]", " "));
    Arbitrary<String> etag = known
        .texts("If-Match", "")
        .orElseThrow()
        .flatMap(tag -> Arbitraries.of("If-None-Match: " + tag, "If-Match: " + tag));
    Arbitrary<String> any = Arbitraries.frequencyOf(
        Tuple.of(4, Arbitraries.of(FIELDS)), Tuple.of(2, hostile), Tuple.of(1, etag));
    return Arbitraries.frequencyOf(
        Tuple.of(3, Arbitraries.just(List.of())),
        Tuple.of(1, any.list().ofMinSize(1).ofMaxSize(3).map(ArrayList::new)));
  }
}
