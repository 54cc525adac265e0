"""How change points are found: segmentation, rivals without a step, the test between them."""
