package org.voicepact.console.boundary;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.voicepact.platform.control.Sha256;

/**
 * A file that pages of the console refer to: style, scripts, the library of charts. Its address has a digest of its
 * content, so that browsers keep it for as long as it is the same and no longer.
 */
enum Asset {
  STYLE(
      "console.css",
      "text/css",
      "/org/voicepact/console/assets/palette.css",
      "/org/voicepact/console/assets/console.css"),
  SCRIPT("console.js", "text/javascript", "/org/voicepact/console/assets/console.js"),
  TIMES("times.js", "text/javascript", "/org/voicepact/console/assets/times.js"),
  FILE("file.js", "text/javascript", "/org/voicepact/console/assets/file.js"),
  CHARTS("charts.js", "text/javascript", "/org/voicepact/console/assets/charts.js"),
  UPLOT("uplot.js", "text/javascript", Asset.UPLOT_FOLDER + "uPlot.iife.min.js"),
  UPLOT_STYLE("uplot.css", "text/css", Asset.UPLOT_FOLDER + "uPlot.min.css"),
  ICON("icon.svg", "image/svg+xml", "/org/voicepact/console/assets/icon.svg");

  private static final String UPLOT_FOLDER = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
  private static final int DIGITS = 12;
  private static final Map<String, Asset> BY_ADDRESS =
      Arrays.stream(values()).collect(Collectors.toMap(Asset::address, Function.identity()));

  private final String file;
  private final String mediaType;
  private final byte[] content;
  private final String digest;

  /**
   * @param resources of which its content is joined
   */
  Asset(String file, String mediaType, String... resources) {
    this.file = file;
    this.mediaType = mediaType;
    this.content = read(resources);
    this.digest = Sha256.hex(content).substring(0, DIGITS);
  }

  private static byte[] read(String... resources) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (String resource : resources) {
      try (InputStream in = Asset.class.getResourceAsStream(resource)) {
        if (in == null) {
          throw new IllegalStateException("there is no " + resource);
        }
        in.transferTo(joined);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return joined.toByteArray();
  }

  static Optional<Asset> at(String digest, String file) {
    return Optional.ofNullable(BY_ADDRESS.get(address(digest, file)));
  }

  /** As a page refers to it. */
  String address() {
    return address(digest, file);
  }

  private static String address(String digest, String file) {
    return "/console/assets/" + digest + "/" + file;
  }

  String mediaType() {
    return mediaType;
  }

  byte[] content() {
    return content.clone();
  }
}
