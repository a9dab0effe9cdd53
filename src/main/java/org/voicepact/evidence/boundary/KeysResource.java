package org.voicepact.evidence.boundary;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Base64;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.voicepact.evidence.control.PublishedKeys;
import org.voicepact.evidence.entity.PublishedKey;
import org.voicepact.platform.entity.Json;

/** The public keys with which signatures of this installation are checked. */
@Path("api/v1/keys")
@Singleton
@Tag(name = "Evidence")
public class KeysResource {

  private static final String PEM = "application/x-pem-file";

  private final PublishedKeys keys;

  @Inject
  public KeysResource(PublishedKeys keys) {
    this.keys = keys;
  }

  @GET
  @PermitAll
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(summary = "All public keys, present and past, as a JWK set (RFC 7517)")
  @APIResponse(
      responseCode = "200",
      content = @Content(schema = @Schema(implementation = KeySet.class)))
  public ObjectNode all() {
    ObjectNode set = JsonNodeFactory.instance.objectNode();
    ArrayNode array = set.putArray("keys");
    keys.all().forEach(key -> array.add(jwk(key)));
    return set;
  }

  @GET
  @PermitAll
  @Path("{kid}.pem")
  @Produces(PEM)
  @Operation(summary = "One public key as PEM, as openssl reads it")
  @APIResponse(
      responseCode = "200",
      content = @Content(mediaType = PEM, schema = @Schema(implementation = String.class)))
  public String pem(@PathParam("kid") String keyId) {
    PublishedKey key = keys.find(keyId).orElseThrow(NotFoundException::new);
    return "-----BEGIN PUBLIC KEY-----\n"
        + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.publicKeyInfo())
        + "\n-----END PUBLIC KEY-----\n";
  }

  private static ObjectNode jwk(PublishedKey key) {
    ObjectNode jwk = (ObjectNode) Json.read(key.publicJwk());
    jwk.put("kid", key.keyId())
        .put("alg", key.algorithm().jose())
        .put("use", "sig")
        .put("purpose", key.purpose().wire())
        .put("first_used_at", Json.time(key.firstUsedAt()));
    key.retiredAt().ifPresent(time -> jwk.put("retired_at", Json.time(time)));
    return jwk;
  }

  /** The form of the answer, for its documentation. */
  @Schema(
      description =
          "A JWK set; each key also has purpose, first_used_at and, where another key signs now, retired_at")
  private record KeySet(List<Object> keys) {}
}
