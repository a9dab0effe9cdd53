package org.voicepact.evidence.entity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsistencyProofTest {

  private static final String HASH = "\"" + "A".repeat(43) + "=\"";

  @Test
  void fileIsRead() {
    ConsistencyProof proof = parse("{\"from\": \"10\", \"to\": \"42\", \"proof\": [" + HASH + "]}");

    assertThat(proof.from()).isEqualTo(10);
    assertThat(proof.to()).isEqualTo(42);
    assertThat(proof.hashes()).containsExactly(new byte[32]);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'from': 10, 'to': '42', 'proof': []} | /from: must be a text",
        "{'from': '0', 'to': '42', 'proof': []} | /from: must be a number from 1 on, in digits",
        "{'from': '1', 'to': '042', 'proof': []} | /to: must be a number from 1 on, in digits",
        "{'from': '1', 'to': '1234567890123456789', 'proof': []} | /to: must be a number from 1 on, in digits",
        "{'from': '1', 'to': '2', 'proof': ['AAAA']} | /proof/0: must have 32 bytes",
        "{'from': '1', 'to': '2'} | /proof: is missing",
        "{'from': '1', 'to': '2', 'proof': [], 'root': ''} | /root: is not known here"
      })
  void whatIsNotOfTheFormIsRefused(String file, String reason) {
    assertThatExceptionOfType(NotThisFormat.class)
        .isThrownBy(() -> parse(file.replace('\'', '"')))
        .withMessage(reason);
  }

  private static ConsistencyProof parse(String file) {
    return ConsistencyProof.parse(file.getBytes(StandardCharsets.UTF_8));
  }
}
