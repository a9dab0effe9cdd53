package org.voicepact.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Answer;
import org.voicepact.testing.Api;
import org.voicepact.testing.OnSharedServer;

@OnSharedServer
class SchemasIT {

  @Test
  void schemaOfProofsIsPublicAndMayBeKept(Api api) throws IOException {
    Answer answer = api.get("/schemas/proof-1.json");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.bytes())
        .isEqualTo(Files.readAllBytes(Path.of("src/main/resources/schemas/proof-1.json")));
    assertThat(answer.mediaType()).isEqualTo("application/schema+json");
    assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
    assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
  }

  @Test
  void otherSchemasAreNotThere(Api api) {
    assertThat(api.get("/schemas/proof-2.json").status()).isEqualTo(404);
    assertThat(api.get("/schemas").status()).isEqualTo(404);
  }
}
