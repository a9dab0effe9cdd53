package org.voicepact.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An HTTP answer, to look into. */
public record Answer(HttpResponse<byte[]> response) {

  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  public int status() {
    return response.statusCode();
  }

  public byte[] bytes() {
    return response.body();
  }

  public String text() {
    return new String(response.body(), StandardCharsets.UTF_8);
  }

  /** The body as JSON; missing where there is no body. */
  public JsonNode json() {
    try {
      return response.body().length == 0 ? MissingNode.getInstance() : MAPPER.readTree(text());
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The member of the body with this name, as text. */
  public String member(String name) {
    return json().path(name).asText();
  }

  /** The first value of a header; empty where it is absent. */
  public String header(String name) {
    return response.headers().firstValue(name).orElse("");
  }

  public String mediaType() {
    return header("Content-Type").split(";")[0].strip();
  }

  /** The pointers of a problem's faults. */
  public List<String> faults() {
    List<String> pointers = new ArrayList<>();
    json().path("errors").forEach(error -> pointers.add(error.path("pointer").asText()));
    return pointers;
  }

  @Override
  public String toString() {
    return status() + " " + text();
  }
}
