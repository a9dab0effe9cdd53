package org.voicepact.platform.boundary;

import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/** Adds to the OpenAPI document what need not be said of each operation: the problem responses that follow from its form. */
public class ApiDocumentation implements OASFilter {

  private static final String API = "/api/";

  private static final Map<String, String> SHARED = Map.of(
      ApiResponses.UNREADABLE, "It cannot be read: malformed JSON, a query value of the wrong form",
      ApiResponses.FORBIDDEN, "This caller may not do it",
      ApiResponses.NOT_FOUND, "There is no such thing",
      ApiResponses.CONFLICT, "The contract's state does not allow it",
      ApiResponses.PRECONDITION_FAILED, "If-Match names another state than the present one",
      ApiResponses.TOO_LARGE, "The body is longer than 1 MiB",
      ApiResponses.UNSUPPORTED, "Another Content-Type is needed, or Content-Encoding was used",
      ApiResponses.INVALID, "It can be read but breaks a rule; errors[] lists every fault",
      ApiResponses.TOO_MANY_REQUESTS,
          "It came too often; Retry-After says in how many seconds it may come again");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    SHARED.forEach(
        (name, description) -> document.getComponents().addResponse(name, problem(description)));
    document
        .getPaths()
        .getPathItems()
        .forEach((path, item) ->
            item.getOperations().values().forEach(operation -> complete(path, operation)));
  }

  /** What follows from the form of an operation: a body can be wrong, so can a query, and a thing may not be there. */
  private static void complete(String path, Operation operation) {
    APIResponses responses = operation.getResponses();
    if (operation.getRequestBody() != null) {
      refer(responses, "400", ApiResponses.UNREADABLE);
      refer(responses, "413", ApiResponses.TOO_LARGE);
      refer(responses, "415", ApiResponses.UNSUPPORTED);
      refer(responses, "422", ApiResponses.INVALID);
    }
    if (hasQuery(operation)) {
      refer(responses, "400", ApiResponses.UNREADABLE);
      refer(responses, "422", ApiResponses.INVALID);
    }
    if (path.contains("{")) {
      refer(responses, "404", ApiResponses.NOT_FOUND);
    }
    if (path.startsWith(API)) {
      refer(responses, "429", ApiResponses.TOO_MANY_REQUESTS);
    }
    responses.setDefaultValue(problem("Any other problem"));
  }

  private static boolean hasQuery(Operation operation) {
    return operation.getParameters() != null
        && operation.getParameters().stream()
            .anyMatch(parameter -> parameter.getIn() == Parameter.In.QUERY);
  }

  private static void refer(APIResponses responses, String status, String name) {
    if (!responses.hasAPIResponse(status)) {
      responses.addAPIResponse(
          status, OASFactory.createAPIResponse().ref("#/components/responses/" + name));
    }
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
