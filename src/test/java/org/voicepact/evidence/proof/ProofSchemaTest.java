package org.voicepact.evidence.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ProofSchemaTest {

  private static final byte[] SCHEMA = schema();

  private static byte[] schema() {
    try (InputStream file = ProofSchemaTest.class.getResourceAsStream("/schemas/proof-1.json")) {
      return file.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** People keep files of this form; a change would need another number. */
  @Test
  void schemaIsFrozen() {
    assertThat(Hashes.hex(Hashes.sha256(SCHEMA)))
        .isEqualTo("94faa87d0e74513b226b25745b4b023030886132163961b1c4dae399316c4135");
  }

  @Test
  void proofsAreOfTheForm() {
    assertThat(isValid(SampleProofs.confirmed(new SampleLog()).disclosed())).isTrue();
    assertThat(isValid(SampleProofs.confirmed(new SampleLog()).proof())).isTrue();
    assertThat(isValid(SampleProofs.declined(new SampleLog()).proof())).isTrue();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("org.voicepact.evidence.proof.ProofFormTest#spoiltForms")
  void whatTheProgramRefusesTheSchemaRefuses(String reason, Consumer<ObjectNode> spoil) {
    ObjectNode spoilt = SampleProofs.declined(new SampleLog()).disclosed();
    spoil.accept(spoilt);

    assertThat(isValid(spoilt)).isFalse();
  }

  private static boolean isValid(ObjectNode proof) {
    return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
        .getSchema(new String(SCHEMA, StandardCharsets.UTF_8), InputFormat.JSON)
        .validate(proof.toString(), InputFormat.JSON)
        .isEmpty();
  }
}
