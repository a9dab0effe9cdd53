package org.voicepact.daraja.boundary;

import java.net.URI;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.rest.client.RestClientBuilder;

/** Makes clients of the provider. */
final class DarajaClient {

  private static final int CONNECT_SECONDS = 2;

  private DarajaClient() {}

  static Daraja of(URI baseUrl, int answerSeconds) {
    return RestClientBuilder.newBuilder()
        .baseUri(baseUrl)
        .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
        .readTimeout(answerSeconds, TimeUnit.SECONDS)
        // The answers of the provider that are no 2xx are read as well.
        .property("microprofile.rest.client.disable.default.mapper", true)
        .build(Daraja.class);
  }
}
