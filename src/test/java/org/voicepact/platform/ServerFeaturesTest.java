package org.voicepact.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.voicepact.testing.Readme;

/** Production replaces the list of the server's features, so both lists must stay the same but for one. */
class ServerFeaturesTest {

  private static final Pattern FEATURE = Pattern.compile("<feature>([^<]+)</feature>");

  @Test
  void productionHasAllFeaturesButTheDocumentation() {
    List<String> all = features("server.xml");
    List<String> production = features("liberty/environment/production.xml");

    assertThat(all).anyMatch(ServerFeaturesTest::isDocumentation);
    assertThat(production)
        .containsExactlyElementsOf(
            all.stream().filter(feature -> !isDocumentation(feature)).toList());
  }

  private static boolean isDocumentation(String feature) {
    return feature.startsWith("mpOpenAPI-");
  }

  private static List<String> features(String file) {
    return FEATURE
        .matcher(Readme.projectFile(file))
        .results()
        .map(match -> match.group(1))
        .toList();
  }
}
