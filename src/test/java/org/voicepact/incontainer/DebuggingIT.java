package org.voicepact.incontainer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.test.api.ArquillianResource;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;

/** In development a caller is told why the server failed. */
@InContainer
class DebuggingIT {

  @Deployment(testable = false)
  static WebArchive application() {
    return Deployments.with(FailingResource.class);
  }

  @Test
  @RunAsClient
  void aFaultOfTheServerTellsItsCauses(@ArquillianResource URL address)
      throws IOException, InterruptedException {
    HttpResponse<String> answer = HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address + "failing")).build(),
            HttpResponse.BodyHandlers.ofString());

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body())
        .contains(
            "java.lang.IllegalStateException: this resource fails on purpose",
            "caused by java.lang.IllegalArgumentException: and has a reason");
  }
}
