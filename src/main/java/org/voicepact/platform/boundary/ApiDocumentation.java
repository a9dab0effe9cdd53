package org.voicepact.platform.boundary;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to the OpenAPI document what is the same for every operation: the problem responses. */
public class ApiDocumentation implements OASFilter {

  private static final Map<String, String> SHARED = Map.of(
      ApiResponses.UNREADABLE, "It cannot be read: malformed JSON, a query value of the wrong form",
      ApiResponses.FORBIDDEN, "This caller may not do it",
      ApiResponses.NOT_FOUND, "There is no such thing",
      ApiResponses.CONFLICT, "The contract's state does not allow it",
      ApiResponses.PRECONDITION_FAILED, "If-Match names another state than the present one",
      ApiResponses.TOO_LARGE, "The body is longer than 1 MiB",
      ApiResponses.UNSUPPORTED, "Another Content-Type is needed, or Content-Encoding was used",
      ApiResponses.INVALID, "It can be read but breaks a rule; errors[] lists every fault");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    SHARED.forEach(
        (name, description) -> document.getComponents().addResponse(name, problem(description)));
    document
        .getPaths()
        .getPathItems()
        .values()
        .forEach(item -> item.getOperations()
            .values()
            .forEach(operation ->
                operation.getResponses().setDefaultValue(problem("Any other problem"))));
  }

  private static APIResponse problem(String description) {
    Content content = OASFactory.createContent()
        .addMediaType(
            Problem.MEDIA_TYPE,
            OASFactory.createMediaType()
                .schema(OASFactory.createSchema().ref("#/components/schemas/Problem")));
    return OASFactory.createAPIResponse().description(description).content(content);
  }
}
