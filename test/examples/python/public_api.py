"""The public types, as the assembly in the wheel has them."""
import gzip
import json
import tarfile
from pathlib import Path

import cdk_hardened
import jsii


def types():
    """Classes of Python by name."""
    (archive,) = Path(cdk_hardened.__file__).parent.glob("_jsii/*.jsii.tgz")
    with tarfile.open(archive) as package:
        assembly = json.load(package.extractfile("package/.jsii"))
        if assembly["schema"] == "jsii/file-redirect":
            assembly = json.loads(gzip.decompress(package.extractfile(f"package/{assembly['filename']}").read()))
    return {each["name"]: getattr(cdk_hardened, each["name"]) for each in assembly["types"].values()}


def members(cls):
    """What a user can write after the dot."""
    return [name for name in vars(cls) if not name.startswith("_")]


def is_struct(cls):
    return hasattr(cls, "__jsii_struct_bases__")


def has_constructor(cls):
    """Whether a user makes objects of a class: jsii writes a constructor for no other."""
    return isinstance(cls, jsii.JSIIMeta) and "__init__" in vars(cls)
