import io.github.cdkhardened.*;
import software.amazon.awscdk.App;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.services.s3.BlockPublicAccess;
import software.amazon.awscdk.services.s3.Bucket;

/** The same as app.ts. */
public class PlainApp {
    public static void main(String[] args) {
        App app = new App();
        Guardrails.enforce(app);
        Bucket.Builder.create(new Stack(app, "Shop"), "Orders")
            .enforceSsl(true)
            .blockPublicAccess(System.getenv("OPEN") == null ? BlockPublicAccess.BLOCK_ALL : null)
            .build();
        app.synth();
    }
}
